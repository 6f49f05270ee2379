-- The body region decides which questions an intake asks. A draft is pinned to its region's rule set when the region is
-- chosen, and remembers by which ones it asked before: a danger that was answered to one of them stands.

alter table intake add column earlier_rule_sets text not null default ''
  check (earlier_rule_sets ~ '^([a-z-]+-[0-9]+( [a-z-]+-[0-9]+)*)?$');
grant update (rule_set, rule_set_version, earlier_rule_sets) on intake to "${appRole}";
