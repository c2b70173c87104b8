namespace CustomerInsight.Models;

/// <summary>What counts as one order where a customer bought more than once on a day.</summary>
public enum SameDayPolicy
{
    /// <summary>Each order number is an order; purchases without one are one order a day.</summary>
    DistinctOrders,

    /// <summary>All that was bought on a day is one order, whatever its order numbers. An order whose lines lie on two days counts on both.</summary>
    OneADay,

    /// <summary>Each purchase is an order of its own, whatever its order number.</summary>
    EachPurchase,
}
