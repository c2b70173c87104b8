namespace CustomerInsight.Models;

/// <summary>The covariance of areas under ROC curves where several rows are of one customer: what customers add up to is independent, not what rows do.</summary>
/// <remarks><para>Source: Obuchowski, "Nonparametric analysis of clustered ROC curve data", Biometrics 53(2), 1997. With one row a customer it is that of DeLong and others.</para></remarks>
internal sealed class ClusteredDeLong
{
    private readonly int[] _ofPositives;
    private readonly int[] _ofNegatives;
    private readonly int[] _positives;
    private readonly int[] _negatives;

    public ClusteredDeLong(ReadOnlySpan<bool> labels, IReadOnlyList<string> customers)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofPositives = new List<int>();
        var ofNegatives = new List<int>();
        for (int row = 0; row < labels.Length; row++)
        {
            if (!numbers.TryGetValue(customers[row], out int number))
            {
                numbers.Add(customers[row], number = numbers.Count);
            }

            (labels[row] ? ofPositives : ofNegatives).Add(number);
        }

        _ofPositives = [.. ofPositives];
        _ofNegatives = [.. ofNegatives];
        _positives = Counts(_ofPositives, numbers.Count);
        _negatives = Counts(_ofNegatives, numbers.Count);
    }

    /// <summary>The covariance of the areas of two scores of the same rows; not a number for fewer than two customers with or without the event.</summary>
    public double Covariance(DeLong first, DeLong second)
    {
        double[] firstPositives = Sums(first.OfPositives, _ofPositives, _positives, first.Area);
        double[] firstNegatives = Sums(first.OfNegatives, _ofNegatives, _negatives, first.Area);
        double[] secondPositives = Sums(second.OfPositives, _ofPositives, _positives, second.Area);
        double[] secondNegatives = Sums(second.OfNegatives, _ofNegatives, _negatives, second.Area);
        double positives = _ofPositives.Length;
        double negatives = _ofNegatives.Length;
        return (Product(firstPositives, secondPositives, _positives.Count(static rows => rows > 0)) / positives / positives)
            + (Product(firstNegatives, secondNegatives, _negatives.Count(static rows => rows > 0)) / negatives / negatives)
            + ((Product(firstPositives, secondNegatives, _positives.Length) + Product(firstNegatives, secondPositives, _positives.Length)) / positives / negatives);
    }

    private static int[] Counts(int[] numbers, int customers)
    {
        int[] counts = new int[customers];
        foreach (int number in numbers)
        {
            counts[number]++;
        }

        return counts;
    }

    /// <summary>By how much the rows of each customer are together above as many mean ones.</summary>
    private static double[] Sums(double[] shares, int[] customers, int[] counts, double area)
    {
        double[] sums = Array.ConvertAll(counts, rows => -rows * area);
        for (int i = 0; i < shares.Length; i++)
        {
            sums[customers[i]] += shares[i];
        }

        return sums;
    }

    private static double Product(double[] first, double[] second, int customers)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return customers > 1 ? sum * customers / (customers - 1) : double.NaN;
    }
}
