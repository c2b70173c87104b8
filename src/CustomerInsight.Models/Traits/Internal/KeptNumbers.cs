namespace CustomerInsight.Models;

/// <summary>Renumbers what is kept of a numbered list, in the order in which it comes.</summary>
internal sealed class KeptNumbers(int count)
{
    private readonly int[] _newPlusOne = new int[count];
    private readonly List<int> _kept = [];

    public int Add(int number)
    {
        ref int plusOne = ref _newPlusOne[number];
        if (plusOne == 0)
        {
            _kept.Add(number);
            plusOne = _kept.Count;
        }

        return plusOne - 1;
    }

    public string[] Of(string[] texts) => [.. _kept.Select(number => texts[number])];
}
