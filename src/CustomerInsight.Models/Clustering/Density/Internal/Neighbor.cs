namespace CustomerInsight.Models;

/// <summary>A point near another.</summary>
internal readonly record struct Neighbor(int Number, double Squared)
{
    public bool IsBefore(Neighbor other) => Squared < other.Squared || (Squared == other.Squared && Number < other.Number);
}
