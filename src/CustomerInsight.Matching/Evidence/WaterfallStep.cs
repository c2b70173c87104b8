namespace CustomerInsight.Matching;

/// <summary>One step on the way from what is known before looking to the weight of a pair.</summary>
/// <param name="Comparison">The comparison's name, or <see cref="Prior"/> for the first step.</param>
/// <param name="Level">The level that holds, in words; no value of the records.</param>
/// <param name="Weight">How much the step adds, in bits.</param>
/// <param name="Start">The weight before the step; 0 before the first.</param>
/// <param name="End">The weight after it: start and weight added.</param>
public readonly record struct WaterfallStep(string Comparison, string Level, double Weight, double Start, double End)
{
    /// <summary>The name of the first step.</summary>
    public const string Prior = "before looking";

    /// <summary>Gets the probability after the step, from 0 to 1.</summary>
    public double Probability => MatchWeight.ToProbability(End);
}
