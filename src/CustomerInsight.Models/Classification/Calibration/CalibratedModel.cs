using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>A model whose log-odds go through a calibration.</summary>
/// <remarks>
/// Contributions are those of the model, all of a row stretched by one number so that they again add up: by the slope of a line for a linear calibration, else by the slope of the chord from the baseline to the row.
/// So none changes its direction, nor the order among those of a row. Only where a row's contributions cancel each other all but for rounding, they are stretched by the slope over all that they span,
/// and what the calibration has beyond that is shared out by their sizes.
/// <para>Where the calibration is certain, so that its log-odds are infinite, those of the model are ±745: a chance of 0 or 1 to all digits of a double.</para>
/// <para>Source of the stretching: the rescale rule of Shrikumar, Greenside, Kundaje, "Learning important features through propagating activation differences", ICML 2017.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record CalibratedModel : IClassificationModel
{
    // Of the sizes of the contributions: a smaller sum of them is mostly rounding, and no slope to go by.
    private const double Cancelled = 1e-6;

    // So that 1 / (1 + e^745) is the least double above 0.
    private const double Certain = 745;

    /// <summary>Puts a model and its calibration together.</summary>
    /// <param name="model">The model.</param>
    /// <param name="calibration">The calibration of its log-odds.</param>
    public CalibratedModel([NotNull] IClassificationModel model, [NotNull] ICalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(calibration);
        Model = model;
        Calibration = calibration;
        Baseline = LogOdds(model.Baseline);
    }

    /// <summary>Gets the model.</summary>
    public IClassificationModel Model { get; }

    /// <summary>Gets the calibration of its log-odds.</summary>
    public ICalibration Calibration { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Model.Columns;

    /// <inheritdoc/>
    public double Baseline { get; }

    /// <inheritdoc/>
    public void Margins(FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default)
    {
        Model.Margins(rows, margins, cancellationToken);
        foreach (ref double margin in margins)
        {
            margin = LogOdds(margin);
        }
    }

    /// <inheritdoc/>
    public void Contributions([NotNull] FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default)
    {
        Model.Contributions(rows, contributions, cancellationToken);
        if (Calibration is PriorCorrection)
        {
            return;
        }

        if (Calibration is PlattCalibration line)
        {
            foreach (ref double contribution in contributions)
            {
                contribution *= line.Slope;
            }

            return;
        }

        // The sum of the contributions may be off by a rounding, which a steep calibration makes large.
        double[] margins = new double[rows.Rows];
        Margins(rows, margins, cancellationToken);
        int width = Columns.Count;
        for (int row = 0; row < margins.Length; row++)
        {
            Stretch(contributions.Slice(row * width, width), margins[row] - Baseline);
        }
    }

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Model}, calibrated";

    private void Stretch(Span<double> contributions, double sum)
    {
        double apart = 0;
        double sizes = 0;
        foreach (double contribution in contributions)
        {
            apart += contribution;
            sizes += Math.Abs(contribution);
        }

        double slope = sum / apart;
        double rest = 0;
        if (!(Math.Abs(apart) > Cancelled * sizes && slope >= 0 && double.IsFinite(slope)))
        {
            slope = sizes > 0 ? (LogOdds(Model.Baseline + sizes) - LogOdds(Model.Baseline - sizes)) / (2 * sizes) : 0;
            slope = double.IsFinite(slope) ? slope : 0;
            rest = sum - (slope * apart);
        }

        foreach (ref double contribution in contributions)
        {
            contribution = (contribution * slope) + (rest * (sizes > 0 ? Math.Abs(contribution) / sizes : 1.0 / contributions.Length));
        }
    }

    private double LogOdds(double margin)
    {
        double logOdds = Calibration.LogOdds(margin);
        return double.IsInfinity(logOdds) ? Math.CopySign(Certain, logOdds) : logOdds;
    }
}
