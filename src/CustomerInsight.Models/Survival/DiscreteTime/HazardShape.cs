namespace CustomerInsight.Models;

/// <summary>How the chance to leave in a period changes with how many periods a customer has been there.</summary>
public enum HazardShape
{
    /// <summary>Freely: each period has a chance of its own, few events shared between neighbours.</summary>
    PerPeriod,

    /// <summary>The log-odds change in proportion to the log of the number of the period: fast at first, then ever slower.</summary>
    LogPeriod,

    /// <summary>Not at all.</summary>
    Constant,
}
