namespace CustomerInsight.Models;

/// <summary>A point of a search with the function's value and gradient there.</summary>
internal sealed class Candidate(int dimensions)
{
    public double[] Point { get; } = new double[dimensions];

    public double[] Gradient { get; } = new double[dimensions];

    public double Value { get; set; }

    public bool IsFinite => double.IsFinite(Value) && Gradient.All(double.IsFinite);
}
