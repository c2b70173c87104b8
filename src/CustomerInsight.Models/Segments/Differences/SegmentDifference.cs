using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>One trait in which two sides differ, or do not.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Aspect">What of it was compared.</param>
/// <param name="Text">For a trait of texts: the text that the shares are about (of a single text the one whose shares are farthest apart). Else null.</param>
/// <param name="Test">How the difference was told from chance.</param>
/// <param name="Statistic">The test's statistic.</param>
/// <param name="PValue">The probability of a difference at least as large by chance, in [0, 1].</param>
/// <param name="AdjustedPValue">The same after Benjamini and Hochberg for all tests of the comparison, in [0, 1].</param>
/// <param name="IsSignificant">Whether that is at most the false discovery rate asked for.</param>
/// <param name="Effect">The size of the difference; positive where the first side has more, is later, or says yes more often (Cramér's V has no sign).</param>
/// <param name="Measure">How the size is measured.</param>
/// <param name="First">The first side.</param>
/// <param name="Second">The second side.</param>
public sealed record SegmentDifference(
    string Trait,
    DifferenceAspect Aspect,
    string? Text,
    DifferenceTest Test,
    double Statistic,
    double PValue,
    double AdjustedPValue,
    bool IsSignificant,
    double Effect,
    DifferenceMeasure Measure,
    DifferenceSide First,
    DifferenceSide Second)
{
    /// <summary>Gets what was compared, in words.</summary>
    public string Subject => (Aspect, Text) switch
    {
        (DifferenceAspect.IsKnown, _) => $"{Trait} is known",
        (DifferenceAspect.HasText, string text) => $"{Trait} has '{text}'",
        (_, string text) => $"{Trait} is '{text}'",
        _ => Trait,
    };

    /// <summary>Writes the difference for a person, in the invariant culture.</summary>
    /// <returns>Such as <c>orders: median 5 against 2 (Cliff's delta +0.62, q = 0.001)</c>. It names values of customers: not for logs.</returns>
    public string Describe()
    {
        string values = First.Share is double share && Second.Share is double other
            ? string.Create(CultureInfo.InvariantCulture, $"{share:0.0%} against {other:0.0%}")
            : $"median {First.Median.Describe()} against {Second.Median.Describe()}";
        return $"{Subject}: {values} ({Size})";
    }

    /// <summary>Says how large the difference is, never a value or text of customers.</summary>
    /// <returns>Such as <c>orders: Cliff's delta +0.62, q = 0.001</c>.</returns>
    public override string ToString() => $"{Trait}{(Aspect switch { DifferenceAspect.IsKnown => " is known", DifferenceAspect.HasText => " has a text", _ => string.Empty })}: {Size}";

    private string Size => string.Create(
        CultureInfo.InvariantCulture, $"{Wording} {Effect:+0.00;-0.00;0.00}, q {(AdjustedPValue < 0.0001 ? "< 0.0001" : string.Create(CultureInfo.InvariantCulture, $"= {AdjustedPValue:0.####}"))}");

    private string Wording => Measure switch
    {
        DifferenceMeasure.CliffsDelta => "Cliff's delta",
        DifferenceMeasure.CohensD => "Cohen's d",
        DifferenceMeasure.Phi => "phi",
        _ => "Cramér's V",
    };
}
