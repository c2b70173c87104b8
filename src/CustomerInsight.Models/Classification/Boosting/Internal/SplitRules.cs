namespace CustomerInsight.Models;

/// <summary>What a split must be like, and how it is scored.</summary>
internal sealed record SplitRules(
    int MinimumRows, double MinimumHessian, double L2, double MinimumGain, int OneAgainstRest, double CategorySmoothing, SumScale Scale, int[] Directions, bool IsBounded)
{
    /// <summary>What second derivatives of a leaf must sum to: with the penalty at least what one unit of their sums is, below which there is only rounding.</summary>
    public double LeastHessian { get; } = Math.Max(MinimumHessian, Scale.OneHessian - L2);

    /// <summary>What a leaf adds to the log-odds before shrinkage.</summary>
    public double Value(double gradient, double hessian, double low, double high) =>
        hessian + L2 >= Scale.OneHessian ? Math.Clamp(-gradient / (hessian + L2), low, high) : 0;

    /// <summary>Twice by how much a leaf of its best value lowers the penalised loss.</summary>
    public double Score(double gradient, double hessian, double low, double high)
    {
        if (!IsBounded)
        {
            return hessian + L2 >= Scale.OneHessian ? gradient * gradient / (hessian + L2) : 0;
        }

        double value = Value(gradient, hessian, low, high);
        return -((2 * gradient) + ((hessian + L2) * value)) * value;
    }
}
