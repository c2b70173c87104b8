namespace CustomerInsight.Models;

/// <summary>How probabilities are put into bins.</summary>
public enum ReliabilityBinning
{
    /// <summary>Bins of equal width from 0 to 1, each with its lower bound and without its upper one; the last has 1 too. Some may be empty.</summary>
    EqualWidth,

    /// <summary>Bins of as equal weight as equal probabilities allow, which stay in one bin: that of the middle of their ranks.</summary>
    EqualMass,
}
