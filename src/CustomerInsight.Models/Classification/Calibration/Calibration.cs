namespace CustomerInsight.Models;

/// <summary>Keeps the library's calibrations in files.</summary>
public static class Calibration
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/calibration";

    /// <summary>Writes a calibration as JSON; every number reads back exactly.</summary>
    /// <param name="calibration">A <see cref="PlattCalibration"/>, an <see cref="IsotonicCalibration"/> or a <see cref="PriorCorrection"/>.</param>
    /// <param name="destination">Where to. Stays open.</param>
    /// <exception cref="NotSupportedException">The calibration is of another type.</exception>
    public static void Save(ICalibration calibration, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        ModelFile.Save(destination, FileKind, FormatVersion, CalibrationFile.From(calibration), ModelJson.Default.CalibrationFile);
    }

    /// <summary>Reads a calibration that <see cref="Save"/> wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The calibration, equal to the one saved.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is damaged.</exception>
    public static ICalibration Load(Stream source) => ModelFile.Load(source, FileKind, FormatVersion, ModelJson.Default.CalibrationFile, static file => file.ToCalibration());
}
