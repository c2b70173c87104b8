namespace CustomerInsight.Models.Tests;

public sealed class TraitTableTests
{
    private static readonly DateOnly Today = new(2024, 12, 31);

    private static readonly TraitMap<Contact> Map = TraitMap.For<Contact>(contact => contact.Id)
        .Number("orders", contact => contact.Orders, "Orders ever")
        .Text("country", contact => contact.Country)
        .Date("born", contact => contact.Born)
        .Flag("newsletter", contact => contact.Newsletter)
        .Texts("tags", contact => contact.Tags);

    private sealed record Contact(string Id, double? Orders = null, string? Country = null, DateOnly? Born = null, bool? Newsletter = null, string[]? Tags = null);

    [Fact]
    public void From_AnyOrderOfCustomers_GivesTheSameTable()
    {
        Contact[] contacts =
        [
            new("b", 3, "NL", new(1980, 2, 29), true, ["vip", "b2b", "vip", " "]),
            new("c", null, "", null, null, null),
            new("a", double.PositiveInfinity, "BE", null, false, []),
            new("d", 3, "NL", null, null, ["b2b"]),
        ];

        TraitTable table = Map.From(contacts, Today);

        Assert.Equal(["a", "b", "c", "d"], table.Customers);
        Assert.Equal(table, Map.From([.. contacts.Reverse()], Today));
        Assert.Equal(table.GetHashCode(), Map.From([.. contacts.Reverse()], Today).GetHashCode());
        Assert.NotEqual(table, Map.From(contacts, Today.AddDays(1)));
        Assert.NotEqual(table, Map.From([.. contacts.Skip(1), contacts[0] with { Tags = ["vip"] }], Today));
        Assert.True(table["orders"]![0].IsMissing);
        Assert.Equal(3, table["orders"]![1].Number);
        Assert.Equal(["b2b", "vip"], table["tags"]![1].Texts);
        Assert.Empty(table["tags"]![0].Texts);
        Assert.True(table["tags"]![2].IsMissing);
        Assert.True(table["country"]![2].IsMissing);
        Assert.Equal(new DateOnly(1980, 2, 29), table["born"]![1].Date);
        Assert.False(table["newsletter"]![0].Flag);
        Assert.Equal([2, 1, 3, 2, 1], table.Columns.Select(column => column.CountMissing()));
        Assert.Null(table["nothing"]);
    }

    [Fact]
    public void Row_OfTheTable_IsThatOfTheMap()
    {
        Contact[] contacts = [new("b", 3, "NL", new(1980, 2, 29), true, ["vip", "b2b"]), new("a")];
        TraitTable table = Map.From(contacts, Today);

        Assert.All(contacts, contact => Assert.Equal(Map.Row(contact, Today), table.Find(contact.Id)));
        Assert.Null(table.Find("nobody"));
        Assert.Equal("NL", table.Find("b")!["country"].Text);
        Assert.True(table.Find("b")!["unheard"].IsMissing);
        Assert.Equal("5 of 5 traits known", table.Find("b")!.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Row(2));
    }

    [Fact]
    public void Join_TablesOfOtherCustomers_KeepsAllAndLeavesTheRestMissing()
    {
        TraitTable left = Map.From([new("a", 1, Tags: ["x"]), new("c", 3, "NL", Newsletter: true, Tags: ["y", "x"])], Today);
        TraitTable right = TraitTable.Create(["d", "b", "c"], Today, [TraitColumn.Texts("segment", ["z", "y", null]), TraitColumn.Numbers("score", [4, 2, 3])]);

        TraitTable joined = left.Join(right);

        Assert.Equal(["a", "b", "c", "d"], joined.Customers);
        Assert.Equal([.. left.Schema.Traits, .. right.Schema.Traits], joined.Schema.Traits);
        Assert.Equal([1, null, 3, null], joined["orders"]!.Read(value => value.Number));
        Assert.Equal([null, 2, 3, 4], joined["score"]!.Read(value => value.Number));
        Assert.Equal(["x", null, "xy", null], joined["tags"]!.ReadText(value => string.Concat(value.Texts)));
        Assert.Equal([null, "y", null, "z"], joined["segment"]!.ReadText(value => value.Text));
        Assert.Equal([null, null, true, null], joined["newsletter"]!.Read(value => value.Flag));
        Assert.Equal(joined.Customers, right.Join(left).Customers);
        Assert.Equal(left, left.Join(TraitTable.Empty));
    }

    [Fact]
    public void Tables_ThatCannotBe_SayWhatToDo()
    {
        Assert.Contains("Customers 0 and 2 have the same name", Error(() => Map.From([new("a"), new("b"), new("a")], Today)), StringComparison.Ordinal);
        Assert.Contains("Customer 1 has no name", Error(() => Map.From([new("a"), new(" ")], Today)), StringComparison.Ordinal);
        Assert.Contains("Trait 'x' has 2 values for 1 customers", Error(() => TraitTable.Create(["a"], Today, [TraitColumn.Numbers("x", [1, 2])])), StringComparison.Ordinal);
        Assert.Contains("Trait 1 is named 'x'", Error(() => TraitTable.Create(["a"], Today, [TraitColumn.Numbers("x", [1]), TraitColumn.Flags("x", [true])])), StringComparison.Ordinal);
        Assert.Contains("look from 2024-12-31 and 2025-01-01", Error(() => Map.From([], Today).Join(TraitTable.Create([], Today.AddDays(1), []))), StringComparison.Ordinal);
        Assert.Contains("Trait 5 is named 'orders'", Error(() => Map.Text("orders", contact => contact.Id)), StringComparison.Ordinal);
        Assert.Contains("of kind Text, but the trait is of kind Number", Error(() => _ = new TraitRow(new TraitSchema([new("x", TraitKind.Number)]), [TraitValue.Of("1")], null)), StringComparison.Ordinal);
        Assert.Contains("0 values for 1 traits", Error(() => _ = new TraitRow(new TraitSchema([new("x", TraitKind.Number)]), [], null)), StringComparison.Ordinal);
    }

    private static string Error(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
