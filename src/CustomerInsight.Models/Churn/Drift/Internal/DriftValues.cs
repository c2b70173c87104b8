namespace CustomerInsight.Models;

/// <summary>The values of one thing that may drift: numbers or levels, without those that are missing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Numbers">The known numbers, rising; null for flags and texts.</param>
/// <param name="Levels">How many rows have each level; null for numbers.</param>
internal sealed record DriftValues(string Name, DriftSubject Subject, TraitKind Kind, int Rows, double[]? Numbers, Dictionary<string, int>? Levels)
{
    public const string Yes = "yes";
    public const string No = "no";

    public int Known => Numbers?.Length ?? Levels!.Values.Sum();

    public static DriftValues OfTrait(TraitDefinition trait, IReadOnlyList<TraitTable> parts)
    {
        TraitColumn[] columns = [.. parts.Select(part => TraitRows.Column(part, trait.Name, trait.Kind)!)];
        int rows = columns.Sum(static column => column.Count);
        return trait.Kind switch
        {
            TraitKind.Number or TraitKind.Date => new DriftValues(trait.Name, DriftSubject.Feature, trait.Kind, rows, Sorted(parts.Zip(columns).SelectMany(static pair => Read(pair.First, pair.Second))), null),
            TraitKind.Texts => new DriftValues(trait.Name, DriftSubject.Feature, trait.Kind, rows, Sorted(columns.SelectMany(static column => Sizes((TextSetColumn)column))), null),
            _ => new DriftValues(trait.Name, DriftSubject.Feature, trait.Kind, rows, null, Count(columns)),
        };
    }

    public static DriftValues OfPredictions(ReadOnlySpan<double> predictions) =>
        new("prediction", DriftSubject.Prediction, TraitKind.Number, predictions.Length, Sorted(predictions.ToArray()), null);

    public static DriftValues OfLabels(ReadOnlySpan<bool> labels)
    {
        int positives = labels.Count(true);
        return new("label", DriftSubject.Label, TraitKind.Flag, labels.Length, null, new Dictionary<string, int>(StringComparer.Ordinal) { [Yes] = positives, [No] = labels.Length - positives });
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(static value => !double.IsNaN(value))];
        PositiveSort.SortSigned(known);
        return known;
    }

    private static double[] Read(TraitTable table, TraitColumn column)
    {
        double[] values = new double[column.Count];
        TraitNumbers.Read(column, new TraitRows(table, null), 0, null, values);
        return values;
    }

    private static IEnumerable<double> Sizes(TextSetColumn column)
    {
        for (int row = 0; row < column.Count; row++)
        {
            yield return column.IsMissing(row) ? double.NaN : column.Codes(row).Length;
        }
    }

    private static Dictionary<string, int> Count(TraitColumn[] columns)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TraitColumn column in columns)
        {
            if (column is FlagColumn flags)
            {
                counts[Yes] = counts.GetValueOrDefault(Yes) + flags.Values.Count(FlagColumn.Yes);
                counts[No] = counts.GetValueOrDefault(No) + flags.Values.Count((byte)0);
            }
            else
            {
                var texts = (TextColumn)column;
                int[] own = new int[texts.Distinct.Length + 1];
                foreach (int code in texts.Codes)
                {
                    own[code + 1]++;
                }

                for (int code = 0; code < texts.Distinct.Length; code++)
                {
                    counts[texts.Distinct[code]] = counts.GetValueOrDefault(texts.Distinct[code]) + own[code + 1];
                }
            }
        }

        return counts;
    }
}
