namespace CustomerInsight.Models;

/// <summary>How differences in a feature are put into words.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="High">What a group with more of it is called, such as <c>high-spending</c>.</param>
/// <param name="Low">What a group with less of it is called, such as <c>low-spending</c>.</param>
/// <param name="Sentence">
/// The difference in a sentence, with <c>{ratio}</c>, <c>{group}</c> and <c>{rest}</c> in the places of the numbers, such as <c>spends {ratio} × as much</c>.
/// Where a ratio would say nothing (a median of 0 or less), the two medians are given instead.
/// </param>
public sealed record FeaturePhrase(string Feature, string High, string Low, string Sentence)
{
    private const string Ratio = "{ratio}";
    private const string Group = "{group}";
    private const string Rest = "{rest}";

    /// <summary>Gets the phrases for the features of purchases.</summary>
    public static ValueList<FeaturePhrase> Purchases { get; } =
    [
        new(PurchaseFeatures.RecencyDays, "long silent", "recently active", "last bought {group} days ago against {rest}"),
        new(PurchaseFeatures.Orders, "frequent", "occasional", "ordered {group} × against {rest}"),
        new(PurchaseFeatures.Revenue, "high-spending", "low-spending", "spends {ratio} × as much"),
        new(PurchaseFeatures.TenureDays, "long-standing", "new", "a customer for {group} days against {rest}"),
    ];

    /// <summary>Makes the phrase of a feature that has none.</summary>
    internal static FeaturePhrase Plain(string feature) => new(feature, $"high {feature}", $"low {feature}", $"{feature} {{group}} against {{rest}}");

    /// <summary>Puts a difference into words. Equal medians say nothing, so the means are taken then.</summary>
    internal string Say(double median, double medianElsewhere, double mean, double meanElsewhere)
    {
        bool byMeans = median == medianElsewhere && mean != meanElsewhere;
        (double group, double rest) = byMeans ? (mean, meanElsewhere) : (median, medianElsewhere);
        bool hasRatio = Sentence.Contains(Ratio, StringComparison.Ordinal);
        string sentence = hasRatio && !(group > 0 && rest > 0) ? Plain(Feature).Sentence : Sentence;
        return sentence
            .Replace(Ratio, hasRatio ? ShortNumber.Of(group / rest) : string.Empty, StringComparison.Ordinal)
            .Replace(Group, ShortNumber.Of(group), StringComparison.Ordinal)
            .Replace(Rest, ShortNumber.Of(rest), StringComparison.Ordinal)
            + (byMeans ? " on average" : string.Empty);
    }
}
