namespace CustomerInsight.Models;

internal sealed class CalibrationFile
{
    /// <summary>The slope of a line.</summary>
    public double? Slope { get; init; }

    /// <summary>Where the line is at 0.</summary>
    public double? Intercept { get; init; }

    /// <summary>The log-odds at the points of rising steps.</summary>
    public double[]? Margins { get; init; }

    /// <summary>The chances there.</summary>
    public double[]? Probabilities { get; init; }

    public static CalibrationFile From(ICalibration calibration) => calibration switch
    {
        PlattCalibration line => new() { Slope = line.Slope, Intercept = line.Intercept },
        IsotonicCalibration steps => new() { Margins = [.. steps.Margins], Probabilities = [.. steps.Probabilities] },
        _ => throw new NotSupportedException($"{calibration.GetType().Name} is a calibration of the host's own, which has no place in the file."),
    };

    public ICalibration ToCalibration() => (Slope, Intercept, Margins, Probabilities) switch
    {
        (double slope, double intercept, null, null) => new PlattCalibration(slope, intercept),
        (null, null, double[] margins, double[] probabilities) => new IsotonicCalibration(ValueList.Create<double>(margins), ValueList.Create<double>(probabilities)),
        _ => throw new ArgumentException("There is no calibration in the file, or two.", nameof(Slope)),
    };
}
