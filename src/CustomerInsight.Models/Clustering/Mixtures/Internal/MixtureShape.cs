namespace CustomerInsight.Models;

/// <summary>How many numbers a mixture of some kind and size has, and how sums over rows are laid out.</summary>
internal sealed record MixtureShape(CovarianceKind Kind, int Groups, int Columns)
{
    private const int Tile = SlabMatrix.Tile;

    /// <summary>The columns filled up to a whole number of tiles.</summary>
    public int Width { get; } = (Columns + Tile - 1) / Tile * Tile;

    /// <summary>The second moments of one group, also where all share a matrix: taken about another mean than the group's own, they would lose what is small beside the distance of the groups.</summary>
    public int Moments => Kind switch
    {
        CovarianceKind.Full or CovarianceKind.Tied => Triangle(Width),
        _ => Width,
    };

    /// <summary>All sums of one group: its weight, its differences, its second moments.</summary>
    public int GroupSums => 1 + Width + Moments;

    /// <summary>All sums of a mixture: those of its groups, then the log-likelihood.</summary>
    public int Sums => (Groups * GroupSums) + 1;

    /// <summary>The numbers that a fit chooses freely.</summary>
    public int Parameters => Groups - 1 + (Groups * Columns) + Kind switch
    {
        CovarianceKind.Full => Groups * Columns * (Columns + 1) / 2,
        CovarianceKind.Tied => Columns * (Columns + 1) / 2,
        CovarianceKind.Diagonal => Groups * Columns,
        _ => Groups,
    };

    /// <summary>The numbers of a lower triangle in tiles of four by four.</summary>
    public static int Triangle(int width) => width * (width + Tile) / 2;

    /// <summary>Where a number of the lower triangle stands in the tiles; <paramref name="row"/> is at least <paramref name="column"/>.</summary>
    public static int InTiles(int row, int column)
    {
        int above = row / Tile;
        int tile = (above * (above + 1) / 2) + (column / Tile);
        return (tile * Tile * Tile) + (row % Tile * Tile) + (column % Tile);
    }
}
