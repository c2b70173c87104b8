namespace CustomerInsight.Models;

/// <summary>How rows were joined to groups, step by step, until one group was left.</summary>
/// <remarks>The merges are those of SciPy's linkage matrix. Cut at other heights, the same tree gives coarser and finer groups.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record Dendrogram
{
    private const int DefaultLeaves = 40;
    private const int MostLeaves = 300;

    /// <summary>Makes a dendrogram of known merges.</summary>
    /// <param name="merges">The merges, by rising height: one less than there are rows.</param>
    /// <exception cref="ArgumentException">A merge joins what is not there, or is joined already, or heights fall.</exception>
    public Dendrogram(ValueList<DendrogramMerge> merges)
    {
        int rows = merges.Count + 1;
        bool[] joined = new bool[rows + merges.Count];
        double height = 0;
        for (int i = 0; i < merges.Count; i++)
        {
            DendrogramMerge merge = merges[i];
            if (merge.Left < 0 || merge.Left >= merge.Right || merge.Right >= rows + i || joined[merge.Left] || joined[merge.Right]
                || !(merge.Height >= height) || double.IsInfinity(merge.Height) || merge.Rows != Size(merge.Left) + Size(merge.Right))
            {
                throw new ArgumentException(FormattableString.Invariant($"Merge {i} does not join two groups that are there, or is lower than the one before. Fit the groups again."), nameof(merges));
            }

            joined[merge.Left] = joined[merge.Right] = true;
            height = merge.Height;
        }

        Merges = merges;

        int Size(int node) => node < rows ? 1 : merges[node - rows].Rows;
    }

    /// <summary>Gets the merges, by rising height.</summary>
    public ValueList<DendrogramMerge> Merges { get; }

    /// <summary>Gets how many rows were joined.</summary>
    public int Rows => Merges.Count + 1;

    /// <summary>Cuts the tree into a number of groups.</summary>
    /// <param name="groups">How many. From 1 to <see cref="Rows"/>.</param>
    /// <returns>The group of each row, numbered from 0 by falling size, equal ones by their first row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is outside that range.</exception>
    public ValueList<int> Cut(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, Rows);
        return CutAfter(Rows - groups);
    }

    /// <summary>Cuts the tree at a height.</summary>
    /// <param name="height">Groups further apart than this stay apart. At least 0, on the scale of the fit.</param>
    /// <returns>The group of each row, numbered from 0 by falling size, equal ones by their first row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="height"/> is negative or not a number.</exception>
    public ValueList<int> CutAt(double height)
    {
        if (!(height >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(height), height, "Expected a number of at least 0.");
        }

        int merges = 0;
        while (merges < Merges.Count && Merges[merges].Height <= height)
        {
            merges++;
        }

        return CutAfter(merges);
    }

    /// <summary>Draws the upper part of the tree.</summary>
    /// <param name="leaves">How many groups at its foot are told apart at most. From 2 to 300.</param>
    /// <returns>A Vega-Lite specification with its data; no personal data.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leaves"/> is outside that range.</exception>
    public string ToVegaLite(int leaves = DefaultLeaves)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leaves, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leaves, MostLeaves);
        return VegaLite.Spec("Dendrogram", new DendrogramDrawing(this, leaves).Lines(), """
            {
              "mark": "rule",
              "encoding": {
                "x": { "field": "x", "type": "quantitative", "axis": null },
                "x2": { "field": "x2" },
                "y": { "field": "y", "type": "quantitative", "title": "height" },
                "y2": { "field": "y2" },
                "tooltip": [{ "field": "rows", "type": "quantitative", "title": "rows joined" }, { "field": "y2", "type": "quantitative", "title": "height", "format": ".3~f" }]
              }
            }
            """);
    }

    private ValueList<int> CutAfter(int merges)
    {
        int[] above = new int[Rows + merges];
        Array.Fill(above, -1);
        for (int i = 0; i < merges; i++)
        {
            above[Merges[i].Left] = above[Merges[i].Right] = Rows + i;
        }

        int[] top = new int[above.Length];
        for (int node = above.Length - 1; node >= 0; node--)
        {
            top[node] = above[node] < 0 ? node : top[above[node]];
        }

        return ValueList.Create<int>(GroupNumbers.BySize(top.AsSpan(0, Rows)));
    }
}
