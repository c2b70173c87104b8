namespace CustomerInsight.Matching;

/// <summary>What a training session learned.</summary>
/// <param name="Report">How it went.</param>
/// <param name="Mass">How many matches showed a value of each comparison.</param>
/// <param name="M">m of each comparison, or null of one it did not teach.</param>
/// <param name="H">h of each comparison, or null of one it did not teach.</param>
/// <param name="Households">How many pairs of one household the rule finds, sampling undone; 0 where the session cannot tell.</param>
internal sealed record SessionOutcome(TrainingSession Report, double[] Mass, double[]?[] M, double[]?[] H, double Households);
