namespace CustomerInsight.Models;

/// <summary>Counts by day, from many threads at once: whole numbers add up to the same in any order.</summary>
internal sealed class DayCounts
{
    private const int PageLength = 1_024;

    private readonly int[]?[] _pages = new int[(DateOnly.MaxValue.DayNumber / PageLength) + 1][];

    public void Add(int day)
    {
        int[] page = _pages[day / PageLength] ?? NewPage(day / PageLength);
        Interlocked.Increment(ref page[day % PageLength]);
    }

    public ValueList<int> Between(int first, int last) => ValueList.From(Enumerable.Range(first, last - first + 1).Select(day => _pages[day / PageLength]?[day % PageLength] ?? 0));

    private int[] NewPage(int place)
    {
        int[] page = new int[PageLength];
        return Interlocked.CompareExchange(ref _pages[place], page, null) ?? page;
    }
}
