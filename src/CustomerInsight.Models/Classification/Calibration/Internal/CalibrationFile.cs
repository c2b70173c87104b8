using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

/// <summary>One of the library's calibrations; also as a part of other files.</summary>
internal sealed class CalibrationFile
{
    /// <summary>The slope of a line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Slope { get; init; }

    /// <summary>Where the line is at 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Intercept { get; init; }

    /// <summary>The log-odds at the points of rising steps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Margins { get; init; }

    /// <summary>The chances there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Probabilities { get; init; }

    /// <summary>What a correction for another share of events adds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Shift { get; init; }

    public static CalibrationFile From(ICalibration calibration) => calibration switch
    {
        PlattCalibration line => new() { Slope = line.Slope, Intercept = line.Intercept },
        IsotonicCalibration steps => new() { Margins = [.. steps.Margins], Probabilities = [.. steps.Probabilities] },
        PriorCorrection prior => new() { Shift = prior.Shift },
        _ => throw new NotSupportedException($"{calibration.GetType().Name} is a calibration of the host's own, which has no place in the file. Save it by its own means."),
    };

    public ICalibration ToCalibration() => (Slope, Intercept, Margins, Probabilities, Shift) switch
    {
        (double slope, double intercept, null, null, null) => new PlattCalibration(slope, intercept),
        (null, null, double[] margins, double[] probabilities, null) => new IsotonicCalibration(ValueList.Create<double>(margins), ValueList.Create<double>(probabilities)),
        (null, null, null, null, double shift) => new PriorCorrection(shift),
        _ => throw new ArgumentException("There is no calibration in the file, or two.", nameof(Slope)),
    };
}
