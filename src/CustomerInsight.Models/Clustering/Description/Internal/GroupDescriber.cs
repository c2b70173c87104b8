namespace CustomerInsight.Models;

/// <summary>Measures, words and names what sets groups apart.</summary>
internal static class GroupDescriber
{
    private const int FeaturesInName = 2;

    public static ValueList<GroupDescription> Describe(int count, int[] groups, FeatureMatrix data, IReadOnlyList<FeaturePhrase> phrases, CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, FeaturePhrase>(StringComparer.Ordinal);
        foreach (FeaturePhrase phrase in phrases)
        {
            byName[phrase.Feature] = phrase;
        }

        var columns = new FeatureContrast[data.Columns.Count][];
        for (int column = 0; column < columns.Length; column++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            columns[column] = new ColumnContrasts(count, groups, data, column).Each(byName.GetValueOrDefault(data.Columns[column]) ?? FeaturePhrase.Plain(data.Columns[column]));
        }

        int[] sizes = new int[count];
        foreach (int group in groups)
        {
            if (group >= 0)
            {
                sizes[group]++;
            }
        }

        var contrasts = new ValueList<FeatureContrast>[count];
        for (int group = 0; group < count; group++)
        {
            contrasts[group] = ValueList.From(columns.Select(column => column[group]).OrderByDescending(static contrast => Math.Abs(contrast.CliffsDelta)));
        }

        string[] names = Names(contrasts, byName);
        return ValueList.From(Enumerable.Range(0, count).Select(group => new GroupDescription(
            group, names[group], sizes[group], groups.Length == 0 ? 0 : (double)sizes[group] / groups.Length, contrasts[group])));
    }

    /// <summary>Names each group by its strongest differences: by as many more as it takes to tell it from others, and by a number where all are the same.</summary>
    private static string[] Names(ValueList<FeatureContrast>[] contrasts, Dictionary<string, FeaturePhrase> phrases)
    {
        string[] names = [.. contrasts.Select(own => Name(own, phrases, FeaturesInName))];
        for (int features = FeaturesInName + 1; features <= contrasts.Select(static own => own.Count).DefaultIfEmpty(0).Max(); features++)
        {
            foreach (int group in Shared(names))
            {
                names[group] = Name(contrasts[group], phrases, features);
            }
        }

        // Numbers go by the groups' own, so that what was told apart above never becomes alike again.
        foreach (int group in Shared(names))
        {
            names[group] = FormattableString.Invariant($"{names[group]} ({group})");
        }

        return names;
    }

    private static int[] Shared(string[] names) =>
        [.. names.Select(static (name, group) => (name, group)).GroupBy(static item => item.name, StringComparer.Ordinal).Where(static same => same.Count() > 1).SelectMany(static same => same.Select(static item => item.group))];

    private static string Name(ValueList<FeatureContrast> contrasts, Dictionary<string, FeaturePhrase> phrases, int features)
    {
        IEnumerable<string> words =
            from contrast in contrasts.Take(features)
            where contrast.Magnitude != EffectMagnitude.Negligible
            let phrase = phrases.GetValueOrDefault(contrast.Feature) ?? FeaturePhrase.Plain(contrast.Feature)
            select contrast.CliffsDelta > 0 ? phrase.High : phrase.Low;
        string name = string.Join(", ", words);
        return name.Length == 0 ? "like the others" : name;
    }
}
