namespace CustomerInsight.Models;

/// <summary>The rows as a member sees them: those it learns from, and those it leaves out.</summary>
/// <param name="Margins">The log-odds so far.</param>
/// <param name="Labels">1 where the event happened, else 0.</param>
/// <param name="Learned">The weights of the rows it learns from; 0 for the others.</param>
/// <param name="Held">The weights of the rows it leaves out; 0 for the others.</param>
/// <param name="LearnedRows">The rows it learns from, rising; null for all.</param>
/// <param name="HeldRows">The rows it leaves out, rising.</param>
internal sealed record MemberRows(double[] Margins, double[] Labels, double[] Learned, double[] Held, int[]? LearnedRows, int[] HeldRows);
