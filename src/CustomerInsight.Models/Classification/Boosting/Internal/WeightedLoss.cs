namespace CustomerInsight.Models;

/// <summary>Losses of rows times their weights, and these weights, as whole numbers of one unit, so that sums are the same in any order.</summary>
internal readonly record struct WeightedLoss(long Losses, long Weights)
{
    /// <summary>Gets the loss per unit of weight; null where there are no rows.</summary>
    public double? Mean => Weights > 0 ? (double)Losses / Weights : null;

    public static WeightedLoss operator +(WeightedLoss left, WeightedLoss right) => new(left.Losses + right.Losses, left.Weights + right.Weights);
}
