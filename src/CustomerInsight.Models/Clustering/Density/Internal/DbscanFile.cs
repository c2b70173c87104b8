namespace CustomerInsight.Models;

internal sealed class DbscanFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required double Radius { get; init; }

    /// <summary>By core, its group.</summary>
    public required int[] Groups { get; init; }

    public required double[][] Places { get; init; }

    public static DbscanFile From(DbscanModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        Radius = model.Radius,
        Groups = [.. model.Cores.Select(static core => core.Group)],
        Places = [.. model.Cores.Select(static core => core.Place.ToArray())],
    };

    public DbscanModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Groups);
        ArgumentNullException.ThrowIfNull(Places);
        return Groups.Length == Places.Length
            ? new DbscanModel(FeatureScaleFile.ToScaling(Features), Radius, ValueList.From(Groups.Zip(Places, static (group, place) => new DbscanCore(group, ValueList.Create<double>(place)))))
            : throw new ArgumentException("There are more or fewer groups than places.", nameof(Groups));
    }
}
