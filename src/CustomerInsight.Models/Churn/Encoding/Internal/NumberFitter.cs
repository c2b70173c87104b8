namespace CustomerInsight.Models;

/// <summary>Learns how a number, a flag or a date becomes features.</summary>
internal sealed class NumberFitter(TraitDefinition trait, FeatureEncoderOptions options, int common, bool keep)
{
    private const int FewestIdentifiers = 20;
    private const double PairsExpected = 20;
    private const int FewestLong = 100;
    private const double SmallestLong = 1e5;
    private const double SameLengthShare = .95;

    public (TraitEncoding? Encoding, UnusedTraitReason? Reason) Fit(TraitRows[] parts, int position)
    {
        DateOnly? reference = TraitNumbers.LatestDay(parts, position);
        double[][] known = [.. parts.Select(part => Known(part, position, reference))];
        double[] values = known.Length == 1 ? known[0] : [.. known.SelectMany(static part => part)];
        int missing = parts.Sum(static part => part.Count) - values.Length;
        if (values.Length == 0)
        {
            return (null, UnusedTraitReason.AllMissing);
        }

        bool isLinear = options.Style == EncodingStyle.Linear;
        bool isConstant = values.AsSpan().IndexOfAnyExcept(values[0]) < 0;
        if (isConstant && missing < common)
        {
            return (null, UnusedTraitReason.Constant);
        }

        if (!keep && trait.Kind == TraitKind.Number && Array.Exists(known, IsIdentifier))
        {
            return (null, UnusedTraitReason.Identifier);
        }

        return (new TraitEncoding(trait.Name, trait.Kind, isConstant ? TraitEncodingMethod.Presence : isLinear && IsSkewed(values) ? TraitEncodingMethod.Logarithm : TraitEncodingMethod.Value)
        {
            Fill = isLinear ? Median(values) : null,
            ReferenceDay = reference,
            HasMissing = isConstant || (isLinear && missing >= common),
        }, null);
    }

    private static double[] Known(TraitRows part, int position, DateOnly? reference)
    {
        double[] values = new double[part.Count];
        TraitNumbers.Read(part.Table.Columns[position], part, 0, reference, values);
        return Array.Exists(values, double.IsNaN) ? Array.FindAll(values, static value => !double.IsNaN(value)) : values;
    }

    private static double Median(double[] values)
    {
        double[] middle = OrderStatistics.At(values, [(values.Length - 1) / 2, values.Length / 2]);
        return middle[0] + ((middle[1] - middle[0]) / 2);
    }

    // Of whole numbers drawn from a range of R, n(n − 1) / 2R pairs are alike on average, and more where they do not fall evenly.
    private static bool IsIdentifier(double[] values)
    {
        if (values.Length < FewestIdentifiers || Array.Exists(values, static value => value != Math.Floor(value)))
        {
            return false;
        }

        double range = values.Max() - values.Min() + 1;
        if ((double)values.Length * (values.Length - 1) / (2 * range) < PairsExpected && !IsLong(values))
        {
            return false;
        }

        var seen = new HashSet<double>();
        return Array.TrueForAll(values, seen.Add);
    }

    // What is counted or paid has few digits as well as many; what is assigned has as many for all.
    private static bool IsLong(double[] values) => values.Length >= FewestLong
        && values.Min() >= SmallestLong
        && values.GroupBy(static value => (int)Math.Log10(value)).Max(static length => length.Count()) >= SameLengthShare * values.Length;

    private bool IsSkewed(double[] values)
    {
        if (trait.Kind == TraitKind.Flag)
        {
            return false;
        }

        // Divided by the largest, so that no power is infinite.
        double largest = values.Max(Math.Abs);
        double mean = values.Average(value => value / largest);
        double squares = 0;
        double cubes = 0;
        foreach (double value in values)
        {
            double off = (value / largest) - mean;
            squares += off * off;
            cubes += off * off * off;
        }

        double variance = squares / values.Length;
        return cubes / values.Length > options.LogarithmFromSkewness * variance * Math.Sqrt(variance);
    }
}
