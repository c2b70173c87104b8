namespace CustomerInsight.Models;

/// <summary>The rows as a member sees them: those it learns from, and those it leaves out.</summary>
/// <param name="Margins">The log-odds so far, of all rows.</param>
/// <param name="Labels">1 where the event happened, else 0.</param>
/// <param name="Weights">How much each row counts.</param>
/// <param name="HeldOut">Which it learns from, and which not.</param>
internal sealed record MemberRows(double[] Margins, double[] Labels, double[] Weights, HeldOut HeldOut)
{
    /// <summary>Gets the rows it learns from, rising; null for all.</summary>
    public int[]? LearnedRows => HeldOut.Learned;

    /// <summary>Gets the rows it leaves out, rising.</summary>
    public int[] HeldRows => HeldOut.Held;
}
