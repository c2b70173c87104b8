namespace CustomerInsight.Models;

/// <summary>Learns how a text becomes features.</summary>
internal sealed class LevelFitter(TraitDefinition trait, FeatureEncoderOptions options, int common, int named, bool keep)
{
    private const int FewestIdentifiers = 20;
    private const double IdentifierShare = .9;
    private const int MostCounted = 10_000;

    public (TraitEncoding? Encoding, UnusedTraitReason? Reason) Fit(TraitRows[] parts, int position)
    {
        int rows = parts.Sum(static part => part.Count);
        LevelCounts counts = LevelCounts.Of(parts, position, FewestIdentifiers, IdentifierShare);
        int missing = rows - counts.Known;
        if (counts.Known == 0)
        {
            return (null, UnusedTraitReason.AllMissing);
        }

        if (counts.IsIdentifier && !keep)
        {
            return (null, UnusedTraitReason.Identifier);
        }

        LevelCount[] levels = counts.Sorted();
        LevelCount[] known = [.. levels.Where(level => level.Rows >= named)];
        bool isLinear = options.Style == EncodingStyle.Linear;
        int most = isLinear ? options.MaximumLevels : options.MaximumNumberedLevels;
        LevelCount[] own = known.Length > most ? known[..most] : known;
        int others = counts.Known - own.Sum(static level => level.Rows);
        bool hasMissing = missing >= common;

        // Without a level to compare with, those that are known are the rest of those that are missing.
        bool hasOther = others >= common && (own.Length > 0 || !isLinear || !hasMissing);
        if (own.Length + (others >= common ? 1 : 0) + (hasMissing ? 1 : 0) < 2)
        {
            return (null, own.Length == 0 && levels.Length > 1 ? UnusedTraitReason.NoCommonLevel : UnusedTraitReason.Constant);
        }

        bool isCounted = levels.Length > most && known.Length > 1;
        return (new TraitEncoding(trait.Name, trait.Kind, isLinear ? TraitEncodingMethod.Levels : TraitEncodingMethod.Numbered)
        {
            Fill = null,
            Levels = ValueList.From(own.Skip(isLinear ? 1 : 0).Select(static level => level.Level)),
            Reference = isLinear && own.Length > 0 ? own[0].Level : null,
            HasOther = hasOther,
            HasMissing = isLinear && hasMissing,
            Shares = ValueList.From(own.Skip(isLinear ? 1 : 0).Select(static level => level.Rows).Concat([others, missing]).Select(count => (double)count / rows)),
            Counts = isCounted ? ValueList.From(known.Take(MostCounted)) : [],
        }, null);
    }
}
