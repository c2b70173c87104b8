using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>Tests of counts: of answers on two sides, or of several texts on two sides.</summary>
/// <remarks>
/// Sources: Pearson, "On the criterion that a given system of deviations …", Philosophical Magazine 50, 1900; Fisher, "On the Interpretation of χ² from Contingency Tables", Journal of the
/// Royal Statistical Society 85(1), 1922, two-sided as the sum over all tables that are no more probable; Cramér, Mathematical Methods of Statistics (1946), section 21.9.
/// </remarks>
internal static class CountTest
{
    public const double LeastExpected = 5;

    // Tables of equal probability must count as such in spite of rounding.
    private const double Rounding = 1e-7;

    /// <summary>Tests how many say yes on each side; null where all say the same or a side is empty.</summary>
    public static TestOutcome? OfAnswers(long firstYes, long first, long secondYes, long second)
    {
        long yes = firstYes + secondYes;
        long all = first + second;
        if (first == 0 || second == 0 || yes == 0 || yes == all)
        {
            return null;
        }

        double least = (double)Math.Min(first, second) * Math.Min(yes, all - yes) / all;
        double cross = ((double)firstYes * (second - secondYes)) - ((double)(first - firstYes) * secondYes);
        double phi = cross / Math.Sqrt((double)first * second) / Math.Sqrt((double)yes * (all - yes));
        if (least < LeastExpected)
        {
            double odds = (double)firstYes * (second - secondYes) / ((double)(first - firstYes) * secondYes);
            return new TestOutcome(DifferenceTest.FisherExact, odds, Fisher(firstYes, first, yes, all), phi, DifferenceMeasure.Phi);
        }

        double chiSquare = all * phi * phi;
        return new TestOutcome(DifferenceTest.ChiSquare, chiSquare, Tail(chiSquare, 1), phi, DifferenceMeasure.Phi);
    }

    /// <summary>Tests how the sides are spread over several texts, at least two, each with a customer; the counts of the first and of the second side.</summary>
    public static TestOutcome OfTexts(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        double ofFirst = Sum(first);
        double ofSecond = Sum(second);
        double all = ofFirst + ofSecond;
        double chiSquare = 0;
        for (int text = 0; text < first.Length; text++)
        {
            double total = first[text] + (double)second[text];
            double expected = total * ofFirst / all;
            double others = total * ofSecond / all;
            chiSquare += ((first[text] - expected) * (first[text] - expected) / expected) + ((second[text] - others) * (second[text] - others) / others);
        }

        return new TestOutcome(DifferenceTest.ChiSquare, chiSquare, Tail(chiSquare, first.Length - 1), Math.Sqrt(chiSquare / all), DifferenceMeasure.CramersV);
    }

    private static double Tail(double chiSquare, int degrees) => chiSquare <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, chiSquare / 2);

    private static double Fisher(long firstYes, long first, long yes, long all)
    {
        long low = Math.Max(0, yes - (all - first));
        long high = Math.Min(yes, first);
        double log = LogTable(firstYes);
        double p = 0;
        for (long k = low; k <= high; k++)
        {
            double other = LogTable(k);
            p += other <= log + Rounding ? Math.Exp(other) : 0;
        }

        return Math.Min(1, p);

        double LogTable(long k) => LogChoose(first, k) + LogChoose(all - first, yes - k) - LogChoose(all, yes);
    }

    private static double LogChoose(long of, long chosen) => SpecialFunctions.GammaLn(of + 1.0) - SpecialFunctions.GammaLn(chosen + 1.0) - SpecialFunctions.GammaLn(of - chosen + 1.0);

    private static double Sum(ReadOnlySpan<long> counts)
    {
        double sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
