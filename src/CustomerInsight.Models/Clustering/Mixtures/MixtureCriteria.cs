namespace CustomerInsight.Models;

/// <summary>How well a mixture fits rows, and what that is worth with its number of parameters.</summary>
/// <param name="LogLikelihood">The natural logarithm of the rows' joint density, on the model's scale.</param>
/// <param name="Parameters">How many numbers the mixture has to choose.</param>
/// <param name="Rows">How many rows were counted; those with a missing feature are not.</param>
/// <remarks>Only models on the same scale and rows can be compared by these.</remarks>
public sealed record MixtureCriteria(double LogLikelihood, int Parameters, int Rows)
{
    /// <summary>Gets the Bayesian information criterion, −2 ln L + p ln n; less is better.</summary>
    /// <remarks>Source: Schwarz, "Estimating the Dimension of a Model", Annals of Statistics 6(2), 1978.</remarks>
    public double Bic => (-2 * LogLikelihood) + (Parameters * Math.Log(Rows));

    /// <summary>Gets Akaike's information criterion, −2 ln L + 2 p; less is better.</summary>
    /// <remarks>Source: Akaike, "A New Look at the Statistical Model Identification", IEEE Transactions on Automatic Control 19(6), 1974.</remarks>
    public double Aic => (-2 * LogLikelihood) + (2 * Parameters);
}
