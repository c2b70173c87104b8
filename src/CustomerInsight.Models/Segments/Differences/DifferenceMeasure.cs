namespace CustomerInsight.Models;

/// <summary>How the size of a difference is measured.</summary>
public enum DifferenceMeasure
{
    /// <summary>
    /// Cliff's delta, for numbers and days: how much more probable it is that a customer of the first side has the greater value than the smaller, in [−1, 1]. By convention small from 0.147,
    /// medium from 0.33, large from 0.474.
    /// </summary>
    CliffsDelta,

    /// <summary>Cohen's d, for numbers and days: the difference of the means in pooled standard deviations. By convention small from 0.2, medium from 0.5, large from 0.8.</summary>
    CohensD,

    /// <summary>Phi, for yes or no, and for one text against all others: the correlation of side and answer, in [−1, 1], positive where the first side says yes more often. By convention small from 0.1, medium from 0.3, large from 0.5.</summary>
    Phi,

    /// <summary>Cramér's V, for three or more texts: how strongly side and text go together, in [0, 1]. By convention small from 0.1, medium from 0.3, large from 0.5.</summary>
    CramersV,
}
