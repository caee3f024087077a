package io.cloudcruise.jackson;

import io.cloudcruise.jackson.Tree.Items;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What may go wrong with JSON at one place: another value, one field less, one twice, or one under
 * another name.
 *
 * @param place counts the values of the tree, from the outermost, and starts anew at the end
 * @param how which of them
 * @param name a new name
 * @param value a new value
 */
record Damage(int place, How how, String name, Tree value) {
  enum How {
    REPLACED,
    LOST,
    TWICE,
    RENAMED
  }

  Tree done(Tree tree) {
    return new Walk(Math.floorMod(place, size(tree))).done(tree, this::damaged);
  }

  private static int size(Tree tree) {
    return 1 + children(tree).stream().mapToInt(Damage::size).sum();
  }

  private static List<Tree> children(Tree tree) {
    if (tree instanceof Items list) {
      return list.items();
    }
    return tree instanceof Members object
        ? object.members().stream().map(Member::value).toList()
        : List.of();
  }

  private Tree damaged(Tree tree) {
    if (how == How.REPLACED || !(tree instanceof Members object) || object.members().isEmpty()) {
      return value;
    }
    List<Member> members = new ArrayList<>(object.members());
    int index = Math.floorMod(place, members.size());
    Member member = members.get(index);
    switch (how) {
      case LOST -> members.remove(index);
      case TWICE -> members.add(new Member(member.name(), value));
      default -> members.set(index, new Member(name, member.value()));
    }
    return new Members(members);
  }

  /** Goes through a tree until it comes to a place. */
  private static final class Walk {
    private int left;

    Walk(int place) {
      this.left = place;
    }

    Tree done(Tree tree, UnaryOperator<Tree> change) {
      if (left-- == 0) {
        return change.apply(tree);
      }
      if (tree instanceof Items list) {
        return new Items(list.items().stream().map(item -> done(item, change)).toList());
      }
      return tree instanceof Members object
          ? object.with((field, child) -> done(child, change))
          : tree;
    }
  }
}
