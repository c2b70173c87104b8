namespace CustomerInsight.Models;

/// <summary>Gets the points that a <see cref="KdTree"/> finds.</summary>
internal interface INeighborVisitor
{
    /// <summary>Gets one; false for enough.</summary>
    bool Visit(int number, double squared);
}
