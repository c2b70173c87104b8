namespace CustomerInsight.Models;

/// <summary>A purchase model that gives the probabilities of many numbers of purchases faster than one after the other.</summary>
internal interface IPurchaseDistribution : IPurchaseModel
{
    /// <summary>Up to which number it is fit to be asked: more would take too long, or are told by no interval.</summary>
    int MostPurchases { get; }

    /// <summary>Whether numbers before the first one asked for take time too, so that it is better asked seldom and for many.</summary>
    bool StartsOver { get; }

    /// <summary>Writes how probable it is that a customer buys so often within a time to come: at least for each number from the first on.</summary>
    /// <param name="pattern">When the customer bought again; valid.</param>
    /// <param name="ahead">The time.</param>
    /// <param name="first">The first number that is asked for.</param>
    /// <param name="probabilities">Of 0, 1, 2, … purchases. What stands before the first number is of no meaning after.</param>
    void WriteProbabilities(RepeatPattern pattern, Duration ahead, int first, Span<double> probabilities);
}
