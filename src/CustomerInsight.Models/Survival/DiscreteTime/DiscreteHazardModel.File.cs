namespace CustomerInsight.Models;

public sealed partial record DiscreteHazardModel
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/discrete-time-hazard";

    /// <summary>Writes the model as JSON; every number reads back exactly.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    public void Save(Stream destination) => ModelFile.Save(destination, FileKind, FormatVersion, DiscreteHazardFile.From(this), ModelJson.Default.DiscreteHazardFile);

    /// <summary>Reads a model that <see cref="Save"/> wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The model, equal to the one saved.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is damaged.</exception>
    public static DiscreteHazardModel Load(Stream source) => ModelFile.Load(source, FileKind, FormatVersion, ModelJson.Default.DiscreteHazardFile, static file => file.ToModel());
}
