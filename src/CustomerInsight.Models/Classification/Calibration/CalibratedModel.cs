using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>A model whose log-odds go through a calibration.</summary>
/// <remarks>
/// Contributions are those of the model, all of a row stretched by one number so that they again add up: by the slope of a line for a linear calibration, else by the slope of the chord from the baseline to the row.
/// So none changes its direction, nor the order among those of a row.
/// <para>Source of the stretching: the rescale rule of Shrikumar, Greenside, Kundaje, "Learning important features through propagating activation differences", ICML 2017.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record CalibratedModel : IClassificationModel
{
    // Below this distance from the baseline a chord is mostly rounding; one of this length takes its place.
    private const double ShortestChord = 1e-6;

    /// <summary>Puts a model and its calibration together.</summary>
    /// <param name="model">The model.</param>
    /// <param name="calibration">The calibration of its log-odds.</param>
    public CalibratedModel([NotNull] IClassificationModel model, [NotNull] ICalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(calibration);
        Model = model;
        Calibration = calibration;
        Baseline = calibration.LogOdds(model.Baseline);
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
            margin = Calibration.LogOdds(margin);
        }
    }

    /// <inheritdoc/>
    public void Contributions([NotNull] FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default)
    {
        Model.Contributions(rows, contributions, cancellationToken);
        int width = Columns.Count;
        for (int at = 0; at < contributions.Length; at += width)
        {
            Span<double> own = contributions.Slice(at, width);
            double apart = 0;
            foreach (double contribution in own)
            {
                apart += contribution;
            }

            double stretch = Stretch(apart);
            foreach (ref double contribution in own)
            {
                contribution *= stretch;
            }
        }
    }

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Model}, calibrated";

    private double Stretch(double apart)
    {
        if (Calibration is PriorCorrection)
        {
            return 1;
        }

        if (Calibration is PlattCalibration line)
        {
            return line.Slope;
        }

        double chord = Math.Abs(apart) >= ShortestChord ? apart : ShortestChord;
        return (Calibration.LogOdds(Model.Baseline + chord) - Baseline) / chord;
    }
}
