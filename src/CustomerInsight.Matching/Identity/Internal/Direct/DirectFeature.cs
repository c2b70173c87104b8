namespace CustomerInsight.Matching;

/// <summary>Something worked out of each value that either of two contents has in one attribute: when it is first asked for, and once.</summary>
/// <typeparam name="T">What is worked out.</typeparam>
internal abstract class DirectFeature<T>(DirectPair pair)
{
    private T[] _left = new T[1];
    private T[] _right = new T[1];
    private int _leftCount;
    private int _rightCount;
    private long _leftTurn = -1;
    private long _rightTurn = -1;

    /// <summary>That of the left content's values.</summary>
    public ReadOnlySpan<T> Left
    {
        get
        {
            if (_leftTurn != pair.LeftTurn)
            {
                _leftTurn = pair.LeftTurn;
                _leftCount = Make(pair.LeftValues, isLeft: true, ref _left);
            }

            return new ReadOnlySpan<T>(_left, 0, _leftCount);
        }
    }

    /// <summary>That of the right content's values.</summary>
    public ReadOnlySpan<T> Right
    {
        get
        {
            if (_rightTurn != pair.RightTurn)
            {
                _rightTurn = pair.RightTurn;
                _rightCount = Make(pair.RightValues, isLeft: false, ref _right);
            }

            return new ReadOnlySpan<T>(_right, 0, _rightCount);
        }
    }

    /// <summary>Works it out.</summary>
    /// <param name="content">The values of the content.</param>
    /// <param name="isLeft">Whether it is the left one.</param>
    /// <param name="made">Where to put it; replaced where it is too short.</param>
    /// <returns>How many values there are.</returns>
    protected abstract int Make(UnpackedContent content, bool isLeft, ref T[] made);
}
