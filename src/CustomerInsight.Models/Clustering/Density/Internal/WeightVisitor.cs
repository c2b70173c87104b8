namespace CustomerInsight.Models;

/// <summary>Adds up the rows that stand at the points found, until there are enough.</summary>
internal struct WeightVisitor(int[] weights, int enough) : INeighborVisitor
{
    private long _rows;

    public readonly bool HasEnough => _rows >= enough;

    public bool Visit(int number, double squared)
    {
        _rows += weights[number];
        return _rows < enough;
    }
}
