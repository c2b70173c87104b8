using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Puts what a prediction is made of into words: the reasons of most weight, each with its direction.</summary>
/// <remarks>A reason says what the model goes by, which need not be what makes the customer leave.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ReasonWriter
{
    private readonly ILookup<string, ReasonPhrase> _phrases;
    private readonly ReasonPhrase[] _ofTypes;
    private readonly Dictionary<string, double> _typical;
    private readonly string _raises;
    private readonly string _lowers;

    /// <summary>Makes a writer.</summary>
    /// <param name="phrases">How features are put into words; those without a phrase by name and value. <see cref="ReasonPhrase.Purchases"/> by default; a host's own in front of those take precedence.</param>
    /// <param name="typical">Customers whose medians are the typical values of features; null where none are to be told.</param>
    /// <param name="raises">What follows a reason that raises the risk.</param>
    /// <param name="lowers">What follows a reason that lowers it.</param>
    /// <exception cref="ArgumentException">A phrase is null, or names no feature.</exception>
    /// <remarks>O(n log n) in the customers for each number among their traits.</remarks>
    public ReasonWriter(ValueList<ReasonPhrase>? phrases = null, TraitTable? typical = null, string raises = "raises the risk", string lowers = "lowers the risk")
    {
        ArgumentNullException.ThrowIfNull(raises);
        ArgumentNullException.ThrowIfNull(lowers);
        ValueList<ReasonPhrase> all = phrases ?? ReasonPhrase.Purchases;
        if (all.Any(static phrase => phrase is null || string.IsNullOrWhiteSpace(phrase.Feature) || phrase.Sentence is null))
        {
            throw new ArgumentException("A phrase is null or names no feature. Give each a feature and a sentence.", nameof(phrases));
        }

        _phrases = all.ToLookup(static phrase => phrase.Feature, StringComparer.Ordinal);
        _ofTypes = [.. all.Where(static phrase => phrase.Feature.StartsWith(ReasonPhrase.AnyType, StringComparison.Ordinal))];
        _typical = TraitRanges.Medians(typical);
        _raises = raises;
        _lowers = lowers;
    }

    /// <summary>Gives the reasons of a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="traits">What is known of the customer; null to go by the values in the prediction, in which texts, dates and sets are not told, so that such a reason is only named.</param>
    /// <param name="most">How many reasons at most. At least 0.</param>
    /// <param name="raisingOnly">Whether only reasons that raise the risk are wanted.</param>
    /// <returns>The reasons, that of the greatest effect first, equal ones in ordinal order of the feature. What has no effect is no reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public ValueList<RiskReason> Reasons([NotNull] ChurnPrediction prediction, TraitRow? traits = null, int most = 3, bool raisingOnly = false)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return ValueList.From(prediction.Contributions
            .Where(contribution => raisingOnly ? contribution.LogOdds > 0 : contribution.LogOdds != 0)
            .OrderByDescending(static contribution => Math.Abs(contribution.LogOdds))
            .ThenBy(static contribution => contribution.Feature, StringComparer.Ordinal)
            .Take(most)
            .Select(contribution => new RiskReason(
                contribution.Feature, contribution.LogOdds, $"{Say(contribution, traits)}: {(contribution.LogOdds > 0 ? _raises : _lowers)}")));
    }

    private string Say(FeatureContribution contribution, TraitRow? traits)
    {
        string name = contribution.Feature;
        bool isTrait = traits is not null && traits.Schema.IndexOf(name) >= 0;
        TraitValue value = isTrait ? traits![name] : TraitValue.Of(contribution.Value);
        if (!isTrait && value.IsMissing)
        {
            // Texts, dates and sets have no number, so that nobody knows here whether it is missing.
            return Plain(name);
        }

        foreach (ReasonPhrase phrase in _phrases[name].Concat(_ofTypes.Where(phrase => name.EndsWith(phrase.Feature[ReasonPhrase.AnyType.Length..], StringComparison.Ordinal))))
        {
            if (phrase.OfMissing == value.IsMissing && PhrasePlaces.Fill(phrase.Sentence, place => Word(place, phrase, name, value, traits)) is { } said)
            {
                return said;
            }
        }

        if (value.IsMissing)
        {
            return $"{Plain(name)} is not known";
        }

        string plain = $"{Plain(name)} is {Written(value)}";
        return value.Kind == TraitKind.Number && _typical.TryGetValue(name, out double typical) ? $"{plain}, where {ShortNumber.Of(typical)} is typical" : plain;
    }

    private string? Word(string place, ReasonPhrase phrase, string name, TraitValue value, TraitRow? traits)
    {
        if (Find(place, phrase, name, value, traits) is { IsMissing: false } found)
        {
            return place == ReasonPhrase.Type && found.Kind == TraitKind.Text ? found.Text : Written(found);
        }

        int colon = place.LastIndexOf(':');
        return colon >= 0 && Find(place[..colon], phrase, name, value, traits) is { Kind: TraitKind.Number } number ? PhrasePlaces.Formatted(number.Number, place[(colon + 1)..]) : null;
    }

    private TraitValue? Find(string place, ReasonPhrase phrase, string name, TraitValue value, TraitRow? traits) => place switch
    {
        ReasonPhrase.Value => value,
        ReasonPhrase.Typical => _typical.TryGetValue(name, out double typical) ? TraitValue.Of(typical) : null,
        ReasonPhrase.Type when phrase.Feature.StartsWith(ReasonPhrase.AnyType, StringComparison.Ordinal) => TraitValue.Of(name[..^(phrase.Feature.Length - ReasonPhrase.AnyType.Length)]),
        _ => traits?[place],
    };

    private static string Written(TraitValue value) => value.Kind == TraitKind.Number ? ShortNumber.Of(value.Number) : value.Describe();

    private static string Plain(string name) => name.Replace('_', ' ');
}
