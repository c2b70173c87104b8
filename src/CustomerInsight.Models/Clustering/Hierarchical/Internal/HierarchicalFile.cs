namespace CustomerInsight.Models;

internal sealed class HierarchicalFile
{
    public required FeatureScaleFile[] Features { get; init; }

    public required string Linkage { get; init; }

    /// <summary>By merge, the two that were joined.</summary>
    public required int[][] Merges { get; init; }

    public required double[] Heights { get; init; }

    public required int[] RowGroups { get; init; }

    public required double[][] Centers { get; init; }

    public static HierarchicalFile From(HierarchicalModel model) => new()
    {
        Features = FeatureScaleFile.From(model.Scaling),
        Linkage = model.Linkage.ToString(),
        Merges = [.. model.Tree.Merges.Select(static merge => new[] { merge.Left, merge.Right })],
        Heights = [.. model.Tree.Merges.Select(static merge => merge.Height)],
        RowGroups = [.. model.RowGroups],
        Centers = [.. model.Centers.Select(static center => center.ToArray())],
    };

    public HierarchicalModel ToModel() => new(
        FeatureScaleFile.ToScaling(Features),
        EnumName.Parse<Linkage>(Linkage),
        ToTree(),
        ValueList.Create<int>(RowGroups),
        ValueList.From(Centers.Select(static center => ValueList.Create<double>(center))));

    private Dendrogram ToTree()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Heights);
        ArgumentNullException.ThrowIfNull(Merges);
        if (Heights.Length != Merges.Length)
        {
            throw new ArgumentException("There are more or fewer heights than merges.", nameof(Heights));
        }

        var merges = new DendrogramMerge[Merges.Length];
        for (int i = 0; i < merges.Length; i++)
        {
            // The rows follow from the merges; what joins a group that is not there yet has none.
            merges[i] = Merges[i] is [int left, int right]
                ? new DendrogramMerge(left, right, Heights[i], Rows(left) + Rows(right))
                : throw new ArgumentException("A merge does not name two groups.", nameof(Merges));
        }

        return new Dendrogram(ValueList.Create<DendrogramMerge>(merges));

        int Rows(int node) => node <= merges.Length ? 1 : node - merges.Length - 1 < merges.Length ? merges[node - merges.Length - 1].Rows : 0;
    }
}
