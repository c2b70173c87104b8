using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Learns how a set of texts becomes features.</summary>
internal static class MemberFitter
{
    public static (TraitEncoding? Encoding, UnusedTraitReason? Reason) Fit(TraitDefinition trait, FeatureEncoderOptions options, int common, int named, TraitRows[] parts, int position)
    {
        int rows = parts.Sum(static part => part.Count);
        (Dictionary<string, int> counts, int known) = Count(parts, position);
        if (known == 0)
        {
            return (null, UnusedTraitReason.AllMissing);
        }

        bool isLinear = options.Style == EncodingStyle.Linear;
        bool hasMissing = rows - known >= common;

        // What nearly all have says as little as what nearly none has.
        LevelCount[] own =
        [
            .. counts.Where(text => text.Value >= named && known - text.Value >= common)
                .Select(static text => new LevelCount(text.Key, text.Value))
                .OrderByDescending(static text => text.Rows)
                .ThenBy(static text => text.Level, StringComparer.Ordinal)
                .Take(options.MaximumLevels),
        ];
        if (own.Length == 0)
        {
            return hasMissing ? (new TraitEncoding(trait.Name, trait.Kind, TraitEncodingMethod.Presence) { Fill = null, HasMissing = true }, null)
                : (null, counts.Values.All(count => count == known) ? UnusedTraitReason.Constant : UnusedTraitReason.NoCommonLevel);
        }

        return (new TraitEncoding(trait.Name, trait.Kind, TraitEncodingMethod.Members)
        {
            Fill = null,
            Levels = ValueList.From(own.Select(static text => text.Level)),
            HasMissing = isLinear && hasMissing,
            Shares = ValueList.From(own.Select(text => (double)text.Rows / known)),
        }, null);
    }

    private static (Dictionary<string, int> Counts, int Known) Count(TraitRows[] parts, int position)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int known = 0;
        foreach (TraitRows part in parts)
        {
            var column = (TextSetColumn)part.Table.Columns[position];
            int[] own = new int[column.Distinct.Length];
            for (int i = 0; i < part.Count; i++)
            {
                known += column.IsMissing(part[i]) ? 0 : 1;
                foreach (int code in column.Codes(part[i]))
                {
                    own[code]++;
                }
            }

            for (int code = 0; code < own.Length; code++)
            {
                if (own[code] > 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, column.Distinct[code], out _) += own[code];
                }
            }
        }

        return (counts, known);
    }
}
