namespace CustomerInsight.Models;

/// <summary>What an activity may tell beside customer, moment, type and money.</summary>
internal struct ActivityDetail
{
    /// <summary>In which source the order number means something.</summary>
    public string? Source;

    public string? Order;

    public string? Channel;

    public string? Item;

    public string? Category;

    public decimal? Quantity;

    /// <summary>The number of the type and scope by which a log knows the customer; 0 for one given by name.</summary>
    public short Kind;

    public static ActivityDetail Of(CustomerActivity activity, short kind = 0) => new()
    {
        Source = activity.Key.Source,
        Order = activity.Order,
        Channel = activity.Channel,
        Item = activity.Item,
        Category = activity.Category,
        Quantity = activity.Quantity,
        Kind = kind,
    };

    public static int Compare(in ActivityDetail left, in ActivityDetail right)
    {
        int order = string.CompareOrdinal(left.Source, right.Source);
        order = order != 0 ? order : string.CompareOrdinal(left.Order, right.Order);
        order = order != 0 ? order : string.CompareOrdinal(left.Channel, right.Channel);
        order = order != 0 ? order : string.CompareOrdinal(left.Item, right.Item);
        order = order != 0 ? order : string.CompareOrdinal(left.Category, right.Category);
        return order != 0 ? order : Nullable.Compare(left.Quantity, right.Quantity);
    }
}
