namespace CustomerInsight.Models;

public sealed partial record FeatureEncoding
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/feature-encoding";

    /// <summary>Writes the encoding as JSON; every number reads back exactly. Names of common levels are in it.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    public void Save(Stream destination) => ModelFile.Save(destination, FileKind, FormatVersion, FeatureEncodingFile.From(this), ModelJson.Default.FeatureEncodingFile);

    /// <summary>Reads an encoding that <see cref="Save"/> wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The encoding, equal to the one saved.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is damaged.</exception>
    public static FeatureEncoding Load(Stream source) => ModelFile.Load(source, FileKind, FormatVersion, ModelJson.Default.FeatureEncodingFile, static file => file.ToEncoding());
}
