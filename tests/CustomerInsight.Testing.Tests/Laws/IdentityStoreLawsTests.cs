namespace CustomerInsight.Testing.Tests;

public sealed class IdentityStoreLawsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 30)]
    public async Task CheckAsync_LawfulStores_Pass(ulong seed, int blocks)
    {
        var fake = new FakeIdentityStore();
        await IdentityStoreLaws.CheckAsync(fake, () => fake.Reopen(), seed: seed, blocks: blocks);
        await IdentityStoreLaws.CheckAsync(new InMemoryIdentityStore(), seed: seed, blocks: blocks);
    }

    public static TheoryData<StoreFault> Faults => [.. Enum.GetValues<StoreFault>().Where(static fault => fault != StoreFault.None)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task CheckAsync_AnyFault_IsFound(StoreFault fault)
    {
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => IdentityStoreLaws.CheckAsync(new FakeIdentityStore(fault)));

        bool isAboutErasing = fault is >= StoreFault.ErasesNothing and <= StoreFault.ErasesTwice;
        Assert.Equal(isAboutErasing ? "L7" : LawViolationException.Contract, violation.Law);
        Assert.Contains("tore", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_AStoreThatForgets_IsFound()
    {
        var store = new FakeIdentityStore();
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => IdentityStoreLaws.CheckAsync(store, () => store.Reopen(losesLast: true)));

        Assert.Contains("opened once more", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_AStoreThatThrows_IsNamedWithItsMethod()
    {
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => IdentityStoreLaws.CheckAsync(new FakeIdentityStore(StoreFault.ConflictsOtherwise)));
        Assert.Contains("InvalidOperationException", violation.Message, StringComparison.Ordinal);
        Assert.Contains("not StoreConflictException", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_UsedTenants_AreToldApart()
    {
        var store = new InMemoryIdentityStore();
        await IdentityStoreLaws.CheckAsync(store);
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => IdentityStoreLaws.CheckAsync(store));

        Assert.Contains("before anything was written", violation.Message, StringComparison.Ordinal);
        await IdentityStoreLaws.CheckAsync(store, tenant: "a", otherTenant: "b");
    }

    [Fact]
    public async Task CheckAsync_Unusable_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => IdentityStoreLaws.CheckAsync(new InMemoryIdentityStore(), tenant: "a", otherTenant: "a"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => IdentityStoreLaws.CheckAsync(new InMemoryIdentityStore(), blocks: 0));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IdentityStoreLaws.CheckAsync(new InMemoryIdentityStore(), cancellationToken: new CancellationToken(canceled: true)));
    }
}
