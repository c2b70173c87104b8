namespace CustomerInsight.Models;

/// <summary>What a chart of cohorts shows.</summary>
public enum RetentionMeasure
{
    /// <summary>The share of customers who came back.</summary>
    Rate,

    /// <summary>The revenue of the period.</summary>
    Revenue,

    /// <summary>The revenue of the period for each customer of the cohort.</summary>
    RevenuePerCustomer,

    /// <summary>The revenue from the start to the end of the period.</summary>
    CumulativeRevenue,

    /// <summary>The revenue from the start to the end of the period for each customer of the cohort.</summary>
    CumulativeRevenuePerCustomer,
}
