namespace CustomerInsight.Models;

/// <summary>What a split must be like, and how it is scored.</summary>
internal sealed record SplitRules(
    int MinimumRows, double MinimumHessian, double L2, double MinimumGain, int OneAgainstRest, double CategorySmoothing, SumScale Scale, int[] Directions, bool IsBounded)
{
    /// <summary>What a leaf adds to the log-odds before shrinkage.</summary>
    public double Value(double gradient, double hessian, double low, double high) =>
        hessian + L2 > 0 ? Math.Clamp(-gradient / (hessian + L2), low, high) : 0;

    /// <summary>Twice by how much a leaf of its best value lowers the penalised loss.</summary>
    public double Score(double gradient, double hessian, double low, double high)
    {
        if (!IsBounded)
        {
            return hessian + L2 > 0 ? gradient * gradient / (hessian + L2) : 0;
        }

        double value = Value(gradient, hessian, low, high);
        return -((2 * gradient) + ((hessian + L2) * value)) * value;
    }
}
