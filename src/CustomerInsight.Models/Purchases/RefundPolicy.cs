namespace CustomerInsight.Models;

/// <summary>What becomes of amounts below zero.</summary>
public enum RefundPolicy
{
    /// <summary>They are left out: revenue is what was bought, orders are those that were placed.</summary>
    LeaveOut,

    /// <summary>They are taken off the revenue of the customer, which may fall below zero; orders and days stay. Those of customers without a purchase are left out.</summary>
    NetAgainstRevenue,

    /// <summary>
    /// They are taken off the order of the same source and number, as of its first day; an order of which nothing is left counts as never placed.
    /// Those without an order number, or without such an order of the customer, are left out.
    /// </summary>
    NetAgainstOrder,
}
