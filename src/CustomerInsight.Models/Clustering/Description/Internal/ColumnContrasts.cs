namespace CustomerInsight.Models;

/// <summary>Compares each group with all other rows in one feature, out of one sort of the feature.</summary>
internal sealed class ColumnContrasts
{
    private readonly int _groups;
    private readonly double[] _sorted;
    private readonly int[] _owners;

    /// <summary>By group, where its members stand in the sorted values, rising; the rows of no group come last.</summary>
    private readonly int[][] _places;
    private readonly double[] _means;
    private readonly double[] _squares;
    private readonly double _unit;

    public ColumnContrasts(int groups, int[] owners, FeatureMatrix data, int column)
    {
        _groups = groups;
        int[] rows = [.. Enumerable.Range(0, data.Rows).Where(row => double.IsFinite(data.Row(row)[column]))];
        _sorted = [.. rows.Select(row => data.Row(row)[column])];

        // Rows without a group are one more group here, and never one that is described.
        _owners = [.. rows.Select(row => owners[row] < 0 ? groups : owners[row])];
        Array.Sort(_sorted, _owners);
        _places = new int[groups + 1][];
        int[] sizes = new int[groups + 1];
        foreach (int owner in _owners)
        {
            sizes[owner]++;
        }

        for (int group = 0; group <= groups; group++)
        {
            _places[group] = new int[sizes[group]];
        }

        Array.Clear(sizes);
        for (int place = 0; place < _owners.Length; place++)
        {
            int owner = _owners[place];
            _places[owner][sizes[owner]++] = place;
        }

        // In units of the largest number, so that no square leaves the range of a double.
        _unit = _sorted.Length == 0 ? 1 : Math.Max(Math.Max(Math.Abs(_sorted[0]), Math.Abs(_sorted[^1])), double.Epsilon);
        _means = [.. _places.Select(places => places.Length == 0 ? 0 : places.Sum(place => _sorted[place] / _unit) / places.Length)];
        _squares = [.. _places.Select((places, group) => places.Sum(place => Square((_sorted[place] / _unit) - _means[group])))];
    }

    public FeatureContrast[] Each(FeaturePhrase phrase)
    {
        double[] ranks = RankSums();
        return [.. Enumerable.Range(0, _groups).Select(group => Of(group, ranks[group], phrase))];
    }

    private FeatureContrast Of(int group, double rankSum, FeaturePhrase phrase)
    {
        int[] places = _places[group];
        int rest = _sorted.Length - places.Length;
        double median = places.Length == 0 ? double.NaN : Middle(_sorted[places[(places.Length - 1) / 2]], _sorted[places[places.Length / 2]]);
        double elsewhere = rest == 0 ? double.NaN : Middle(_sorted[PlaceElsewhere(places, (rest - 1) / 2)], _sorted[PlaceElsewhere(places, rest / 2)]);
        double mean = places.Length == 0 ? double.NaN : _means[group] * _unit;
        (double meanElsewhere, double d) = Standardized(group, places.Length, rest);

        // The wins over the others: the ranks less those that the group has against itself.
        double pairs = (double)places.Length * rest;
        double wins = rankSum - (places.Length * (places.Length + 1.0) / 2);
        double delta = pairs == 0 ? 0 : Math.Clamp((2 * wins / pairs) - 1, -1, 1);
        return new FeatureContrast(phrase.Feature, median, elsewhere, mean, meanElsewhere, delta, d, phrase.Say(median, elsewhere, mean, meanElsewhere));
    }

    private (double MeanElsewhere, double CohensD) Standardized(int group, int size, int rest)
    {
        if (rest == 0)
        {
            return (double.NaN, 0);
        }

        double mean = 0;
        for (int other = 0; other <= _groups; other++)
        {
            mean += other == group ? 0 : _means[other] * _places[other].Length / rest;
        }

        double squares = _squares[group];
        for (int other = 0; other <= _groups; other++)
        {
            squares += other == group ? 0 : _squares[other] + (_places[other].Length * Square(_means[other] - mean));
        }

        double difference = _means[group] - mean;
        double pooled = Math.Sqrt(squares / (size + rest - 2));
        double d = size == 0 || size + rest <= 2 ? 0 : pooled > 0 ? difference / pooled : difference == 0 ? 0 : Math.CopySign(double.PositiveInfinity, difference);
        return (mean * _unit, d);
    }

    /// <summary>Where the n-th value stands that is not the group's: as many of the group's places are passed over as come before it.</summary>
    private static int PlaceElsewhere(int[] places, int number)
    {
        int low = 0;
        int high = places.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = places[middle] - middle <= number ? (middle + 1, high) : (low, middle);
        }

        return number + low;
    }

    /// <summary>The sums of ranks from 1; equal values share the mean of their ranks.</summary>
    private double[] RankSums()
    {
        double[] sums = new double[_groups + 1];
        for (int start = 0; start < _sorted.Length;)
        {
            int end = start + 1;
            while (end < _sorted.Length && _sorted[end] == _sorted[start])
            {
                end++;
            }

            double rank = (start + 1.0 + end) / 2;
            for (int place = start; place < end; place++)
            {
                sums[_owners[place]] += rank;
            }

            start = end;
        }

        return sums;
    }

    private static double Middle(double low, double high) => low == high ? low : (low / 2) + (high / 2);

    private static double Square(double value) => value * value;
}
