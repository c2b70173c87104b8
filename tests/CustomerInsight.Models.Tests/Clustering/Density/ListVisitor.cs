namespace CustomerInsight.Models.Tests;

/// <summary>Lists the points found.</summary>
internal readonly struct ListVisitor(List<int> found) : INeighborVisitor
{
    public bool Visit(int number, double squared)
    {
        found.Add(number);
        return true;
    }
}
