namespace CustomerInsight.Models;

/// <summary>Measures how much each trait tells alone.</summary>
internal static class SingleTraits
{
    // So many rows of the average customer are added to every level, so that one of few rows tells little.
    private const double PriorRows = 10;
    private const int Halves = 2;

    /// <summary>The traits, the most telling first; none where all labels are alike.</summary>
    public static List<TraitScore> Scores(TraitTable features, CustomerLabels labels)
    {
        var rows = new List<int>(labels.Customers.Count);
        var known = new List<bool>(labels.Customers.Count);
        for (int i = 0; i < labels.Customers.Count; i++)
        {
            int row = features.IndexOf(labels.Customers[i]);
            if (row >= 0)
            {
                rows.Add(row);
                known.Add(labels.LabelArray[i]);
            }
        }

        bool[] happened = [.. known];
        if (Array.IndexOf(happened, true) < 0 || Array.IndexOf(happened, false) < 0)
        {
            return [];
        }

        var part = new TraitRows(features, [.. rows]);
        return [.. features.Columns
            .Select(column => new TraitScore(column.Definition.Name, Of(column, part, happened)))
            .OrderByDescending(static score => score.AreaUnderRoc)
            .ThenBy(static score => score.Trait, StringComparer.Ordinal)];
    }

    private static double Of(TraitColumn column, TraitRows part, bool[] labels) => column switch
    {
        TextColumn texts => OfLevels(texts, part, labels),
        TextSetColumn sets => Math.Max(
            Either([.. Enumerable.Range(0, labels.Length).Select(place => (double)sets.Codes(part[place]).Length)], labels),
            Enumerable.Range(0, Math.Min(sets.Distinct.Length, 1_000)).Select(code => Either([.. Enumerable.Range(0, labels.Length).Select(place => sets.Codes(part[place]).Contains(code) ? 1.0 : 0)], labels)).DefaultIfEmpty(.5).Max()),
        _ => OfNumbers(column, part, labels),
    };

    private static double OfNumbers(TraitColumn column, TraitRows part, bool[] labels)
    {
        double[] values = new double[labels.Length];
        TraitNumbers.Read(column, part, 0, null, values);

        // What is missing may lie on either side, and that it is missing may tell most.
        double least = Either(Array.ConvertAll(values, static value => double.IsNaN(value) ? double.NegativeInfinity : value), labels);
        double most = Either(Array.ConvertAll(values, static value => double.IsNaN(value) ? double.PositiveInfinity : value), labels);
        return Math.Max(least, most);
    }

    // Levels are ordered by their share of positive labels in one half of the rows, and measured in the other: in their own rows, names of customers would tell all.
    private static double OfLevels(TextColumn column, TraitRows part, bool[] labels)
    {
        double area = 0;
        for (int half = 0; half < Halves; half++)
        {
            double[] shares = Shares(column, part, labels, 1 - half);
            int[] places = [.. Enumerable.Range(0, labels.Length).Where(place => place % Halves == half)];
            double own = ClassificationMetrics.AreaUnderRoc(Array.ConvertAll(places, place => shares[column.Codes[part[place]] + 1]), Array.ConvertAll(places, place => labels[place]));
            area += (double.IsNaN(own) ? .5 : own) / Halves;
        }

        return Math.Max(area, .5);
    }

    private static double[] Shares(TextColumn column, TraitRows part, bool[] labels, int half)
    {
        // What is missing has the number −1, and is a level of its own.
        double[] rows = new double[column.Distinct.Length + 1];
        double[] shares = new double[rows.Length];
        double rate = labels.Count(static label => label) / (double)labels.Length;
        for (int place = half; place < labels.Length; place += Halves)
        {
            int level = column.Codes[part[place]] + 1;
            rows[level]++;
            shares[level] += labels[place] ? 1 : 0;
        }

        for (int level = 0; level < shares.Length; level++)
        {
            shares[level] = (shares[level] + (PriorRows * rate)) / (rows[level] + PriorRows);
        }

        return shares;
    }

    private static double Either(double[] scores, bool[] labels)
    {
        double area = ClassificationMetrics.AreaUnderRoc(scores, labels);
        return Math.Max(area, 1 - area);
    }
}
