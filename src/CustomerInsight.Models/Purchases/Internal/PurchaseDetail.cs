namespace CustomerInsight.Models;

/// <summary>What a purchase may tell beside customer, moment and amount.</summary>
internal struct PurchaseDetail
{
    /// <summary>In which source the order number means something.</summary>
    public string? Source;

    public string? Order;

    public string? Channel;

    public string? Item;

    public string? Category;

    public decimal? Quantity;

    public static PurchaseDetail Of(CustomerActivity activity) => new()
    {
        Source = activity.Key.Source,
        Order = activity.Order,
        Channel = activity.Channel,
        Item = activity.Item,
        Category = activity.Category,
        Quantity = activity.Quantity,
    };

    public static int Compare(in PurchaseDetail left, in PurchaseDetail right)
    {
        int order = string.CompareOrdinal(left.Source, right.Source);
        order = order != 0 ? order : string.CompareOrdinal(left.Order, right.Order);
        order = order != 0 ? order : string.CompareOrdinal(left.Channel, right.Channel);
        order = order != 0 ? order : string.CompareOrdinal(left.Item, right.Item);
        order = order != 0 ? order : string.CompareOrdinal(left.Category, right.Category);
        return order != 0 ? order : Nullable.Compare(left.Quantity, right.Quantity);
    }
}
