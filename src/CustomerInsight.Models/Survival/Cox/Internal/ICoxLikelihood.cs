namespace CustomerInsight.Models;

/// <summary>A log partial likelihood with its derivatives.</summary>
internal interface ICoxLikelihood
{
    /// <summary>Gets the log partial likelihood where it was evaluated last.</summary>
    double Value { get; }

    /// <summary>Gets its slope there: a number for each column.</summary>
    double[] Gradient { get; }

    /// <summary>Evaluates value and slope.</summary>
    /// <param name="coefficients">The coefficients, one for each column on its scale.</param>
    /// <returns>False where a number is too large to compute with.</returns>
    bool Evaluate(ReadOnlySpan<double> coefficients);

    /// <summary>Computes the information, minus the second derivatives, where the value was evaluated last.</summary>
    /// <returns>A symmetric matrix, row by row.</returns>
    double[] Information();
}
