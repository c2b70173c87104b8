using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>A model's log-odds with what became of each row: what a calibration learns from.</summary>
/// <remarks>Take rows the model has not learned from, such as those out of fold: on its own rows a model looks surer than it is.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class CalibrationData
{
    private readonly double[] _margins;
    private readonly bool[] _labels;
    private readonly double[]? _weights;

    private CalibrationData(double[] margins, bool[] labels, double[]? weights) => (_margins, _labels, _weights) = (margins, labels, weights);

    /// <summary>Gets the log-odds, or other scores that rise with the chance of the event.</summary>
    public ReadOnlySpan<double> Margins => _margins;

    /// <summary>Gets whether the event happened, for each row.</summary>
    public ReadOnlySpan<bool> Labels => _labels;

    /// <summary>Gets how much each row counts; empty where each counts once.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets how many rows there are.</summary>
    public int Rows => _margins.Length;

    /// <summary>Puts log-odds and labels together.</summary>
    /// <param name="margins">The log-odds, finite: one for each row. Kept, not copied.</param>
    /// <param name="labels">Whether the event happened: one for each row. Kept, not copied.</param>
    /// <param name="weights">How much each row counts, finite and above 0; null where each counts once. Only their ratios matter. Kept, not copied.</param>
    /// <returns>The data.</returns>
    /// <exception cref="ArgumentException">There are more or fewer labels or weights than margins, or a margin or weight is not as said.</exception>
    public static CalibrationData Create([NotNull] double[] margins, [NotNull] bool[] labels, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != margins.Length || (weights is not null && weights.Length != margins.Length))
        {
            throw new ArgumentException(FormattableString.Invariant($"{margins.Length} margins have {labels.Length} labels and {weights?.Length ?? margins.Length} weights. Give one for each."), nameof(labels));
        }

        for (int row = 0; row < margins.Length; row++)
        {
            if (!double.IsFinite(margins[row]) || (weights is not null && !(weights[row] > 0 && double.IsFinite(weights[row]))))
            {
                throw new ArgumentException(FormattableString.Invariant($"The margin of row {row} is not finite, or its weight is not a finite number above 0. Leave such rows out."), nameof(margins));
            }
        }

        return new CalibrationData(margins, labels, weights);
    }
}
