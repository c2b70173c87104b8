namespace CustomerInsight.Models;

/// <summary>Numbers, or days by their number, from one to another, both included.</summary>
internal readonly record struct ValueRange(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;
}
