// What a Store is made of; its member functions stand in several files.
#pragma once

#include <memory>
#include <string>

#include "store/internal/database.h"
#include "store/internal/keyring.h"
#include "store/store.h"

namespace aietl::store {

struct Store::State {
  std::unique_ptr<Database> database;
  Keyring keyring;
};

}  // namespace aietl::store
